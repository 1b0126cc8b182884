namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>One Raspberry Pi of the lab.</summary>
/// <param name="DiskUsedPercent">How full its Longhorn disk is.</param>
/// <param name="CpuUseMilli">Processor time that the node itself uses besides its pods.</param>
internal sealed record LabNode(string Name, string Address, int Index, bool IsControlPlane, int DiskUsedPercent, int CpuUseMilli, int MemoryUseMebi)
{
    public const long DiskBytes = 500_107_862_016;
    public const int Cores = 4;
    public const long MemoryKibi = 8_253_440;
}
