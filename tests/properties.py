"""How long a property test looks for what breaks it."""

from hypothesis import HealthCheck, settings


def examples(few: int) -> settings:
    """Settings of a test that tries a few examples in ``make test``, the same every time, and many new ones in ``make fuzz``."""
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much]
    fuzzing = settings.get_current_profile_name() == "fuzz"
    return settings(max_examples=20 * few if fuzzing else few, derandomize=not fuzzing, suppress_health_check=checks)
