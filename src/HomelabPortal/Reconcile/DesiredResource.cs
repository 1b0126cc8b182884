namespace HomelabPortal.Reconcile;

/// <summary>Something that should exist outside because of one desired thing. Each target reads its own kinds.</summary>
/// <param name="OwnerId">The exposure or free record that asks for it.</param>
/// <param name="OwnerName">What to call that owner to a person.</param>
internal abstract record DesiredResource(ResourceKey Key, string OwnerId, string OwnerName)
{
    /// <summary>True when the owner is served without it as long as its system is not connected, as by the house's own DNS.</summary>
    public virtual bool IsOptional => false;
}
