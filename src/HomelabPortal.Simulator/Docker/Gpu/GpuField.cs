namespace HomelabPortal.Simulator.Docker;

/// <summary>A value that nvidia-smi prints, with its unit.</summary>
internal sealed record GpuField(string Value, string? Unit = null)
{
    public static GpuField None { get; } = new("[N/A]");

    public string Print(bool hasUnit) => hasUnit && Unit is not null ? $"{Value} {Unit}" : Value;
}
