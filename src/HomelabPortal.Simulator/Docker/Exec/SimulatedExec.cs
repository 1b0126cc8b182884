namespace HomelabPortal.Simulator.Docker;

/// <summary>A command inside a container, before, while and after it runs.</summary>
internal sealed class SimulatedExec(string id, SimulatedContainer container, string[] command, bool hasTerminal, bool takesInput)
{
    public string Id => id;

    public SimulatedContainer Container => container;

    public string[] Command => command;

    public bool HasTerminal => hasTerminal;

    public bool TakesInput => takesInput;

    public bool WasStarted { get; set; }

    public bool IsRunning { get; set; }

    public int? ExitCode { get; set; }

    public (int Columns, int Rows) Size { get; set; } = (80, 24);
}
