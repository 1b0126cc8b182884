using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Work.Events;

/// <summary>Something that happened to a container of a Docker host.</summary>
/// <param name="Id">Of the container.</param>
/// <param name="What">"Ended with exit code 1", for a person.</param>
/// <param name="State">How bad it is.</param>
/// <param name="Nanoseconds">Since 1970; tells events of one moment apart.</param>
/// <param name="WasSeen">False for what was only found out later, by comparing what was there before with what is there now.</param>
public sealed record HostEvent(string Host, DateTimeOffset At, string Id, string Name, string What, HealthState State, long Nanoseconds, bool WasSeen = true)
{
    /// <summary>The same event, also when the engine tells it twice.</summary>
    public string Key => $"{Host}/{Id}/{Nanoseconds}/{What}";
}
