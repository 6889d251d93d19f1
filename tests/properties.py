"""How long a property test looks for what breaks it."""

from hypothesis import HealthCheck, Phase, settings


def examples(few: int) -> settings:
    """Settings of a test that tries a few examples in ``make test``, the same every time, and many new ones in ``make fuzz``.

    With none, ``make test`` tries only those that are written beside the test.
    """
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much]
    if settings.get_current_profile_name() == "fuzz":
        return settings(max_examples=20 * (few or 1), suppress_health_check=checks)
    phases = (Phase.explicit, Phase.generate) if few else (Phase.explicit,)
    return settings(max_examples=few or 1, derandomize=True, phases=phases, suppress_health_check=checks)
