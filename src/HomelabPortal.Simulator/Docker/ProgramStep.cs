namespace HomelabPortal.Simulator.Docker;

/// <summary>One thing a container's program does.</summary>
internal abstract record ProgramStep
{
    public sealed record Echo(string Text, bool IsError) : ProgramStep;

    public sealed record Sleep(TimeSpan For) : ProgramStep;

    public sealed record Exit(int Code) : ProgramStep;

    public sealed record Loop(IReadOnlyList<ProgramStep> Steps) : ProgramStep;

    /// <summary>A server that runs until it is stopped.</summary>
    public sealed record Serve : ProgramStep;
}
