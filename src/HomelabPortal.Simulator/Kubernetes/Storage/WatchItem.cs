namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>A change, or with none a bookmark.</summary>
internal readonly record struct WatchItem(StoreChange? Change, long Bookmark);
