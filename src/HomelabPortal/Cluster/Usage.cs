namespace HomelabPortal.Cluster;

/// <summary>What something uses.</summary>
/// <param name="Cpu">Cores.</param>
/// <param name="Memory">Bytes.</param>
public readonly record struct Usage(double Cpu, long Memory)
{
    public static Usage operator +(Usage left, Usage right) => new(left.Cpu + right.Cpu, left.Memory + right.Memory);
}
