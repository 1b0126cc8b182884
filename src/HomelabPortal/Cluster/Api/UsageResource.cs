namespace HomelabPortal.Cluster.Api;

/// <param name="Cpu">Cores.</param>
/// <param name="Memory">Bytes.</param>
internal sealed record UsageResource(double Cpu, long Memory)
{
    public static UsageResource Of(Usage usage) => new(usage.Cpu, usage.Memory);
}
