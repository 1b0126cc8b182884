namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <param name="Number">The port of the service.</param>
/// <param name="Target">The port of the container when it differs.</param>
internal sealed record LabPort(string Name, int Number, int? Target = null)
{
    public string Protocol { get; init; } = "TCP";

    public int ContainerPort => Target ?? Number;
}
