namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Lets every habit act when its time has come.</summary>
internal sealed class HabitRound
{
    private readonly IReadOnlyList<ILabHabit> _habits;
    private readonly DateTimeOffset[] _due;

    public HabitRound(IReadOnlyList<ILabHabit> habits, DateTimeOffset start)
    {
        _habits = habits;
        _due = [.. habits.Select(habit => start + habit.Every)];
    }

    /// <summary>What went wrong last in a habit; the others go on.</summary>
    public Exception? LastFault { get; private set; }

    public void Step(DateTimeOffset now)
    {
        for (var i = 0; i < _habits.Count; i++)
        {
            if (now < _due[i]) continue;
            _due[i] = now + _habits[i].Every;
            try
            {
                _habits[i].Act(now);
            }
            catch (Exception fault)
            {
                // A test may have removed what the habit needs; the next beat tries again.
                LastFault = fault;
            }
        }
    }
}
