namespace HomelabPortal.Reconcile;

/// <summary>Something a desired thing asks for that its compiler will not grant. The planner of the key's target reports it.</summary>
internal record RefusedResource(ResourceKey Key, string OwnerId, string OwnerName, string Why)
    : DesiredResource(Key, OwnerId, OwnerName);
