namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>One thing the lab does by itself, again and again.</summary>
internal interface ILabHabit
{
    TimeSpan Every { get; }

    void Act(DateTimeOffset now);
}
