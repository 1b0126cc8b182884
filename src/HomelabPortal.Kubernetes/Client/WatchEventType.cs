namespace HomelabPortal.Kubernetes;

public enum WatchEventType
{
    Added,
    Modified,

    /// <summary>The object carries its last state.</summary>
    Deleted,

    /// <summary>Nothing happened up to this resource version; there is no object.</summary>
    Bookmark,
}
