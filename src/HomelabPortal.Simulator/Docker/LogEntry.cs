namespace HomelabPortal.Simulator.Docker;

/// <summary>One line a container wrote.</summary>
public sealed record LogEntry(DateTimeOffset At, bool IsError, string Text);
