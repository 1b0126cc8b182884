namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>The storage classes of the lab.</summary>
internal static class LabStorage
{
    /// <summary>Longhorn with three replicas.</summary>
    public const string Replicated = "longhorn";

    /// <summary>Longhorn with one replica, for what can be had again.</summary>
    public const string Single = "longhorn-single";

    /// <summary>A folder of the node, as K3s ships it.</summary>
    public const string NodeLocal = "local-path";
}
