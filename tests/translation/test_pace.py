from tui.translation import Pace


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_speed_is_that_of_the_last_seconds() -> None:
    """And the time left follows from it."""
    clock = Clock()
    pace = Pace(clock)
    for second in range(60):
        clock.now = float(second)
        pace.reach(100 * second if second < 30 else 3000 + 1000 * (second - 30))
    assert pace.speed == 1000
    assert pace.left(39_000) == (39_000 - 32_000) / 1000


def test_nobody_can_say_before_anything_has_come() -> None:
    """Nor when nobody knows how much there will be, nor while nothing comes."""
    clock = Clock()
    pace = Pace(clock)
    assert (pace.speed, pace.left(100)) == (None, None)
    pace.reach(10)
    assert (pace.speed, pace.left(100)) == (None, None)
    clock.now = 2.0
    pace.reach(30)
    assert (pace.speed, pace.left(None), pace.left(50)) == (10, None, 2)
    clock.now = 60.0
    pace.reach(30)
    clock.now = 61.0
    pace.reach(30)
    assert pace.speed is None
