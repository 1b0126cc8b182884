namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>What is tidied up.</summary>
public enum PruneScope
{
    /// <summary>Images without a name, which a newer version has left behind.</summary>
    NamelessImages,

    /// <summary>Every image that nothing needs.</summary>
    UnusedImages,

    /// <summary>Every volume that nobody named and nothing has, with its data.</summary>
    UnusedVolumes,
}
