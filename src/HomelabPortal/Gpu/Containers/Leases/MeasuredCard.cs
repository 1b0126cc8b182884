namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>The memory of one card as it was last measured.</summary>
internal sealed record MeasuredCard(string Uuid, int Index, double? TotalMiB, double? FreeMiB);
