namespace HomelabPortal.Tests.Lab;

/// <summary>Tests that start the whole portal as a process, one after the other: each is as busy as a small machine gets.</summary>
[CollectionDefinition(Name)]
public sealed class PortalStartCollection
{
    public const string Name = "Portal processes";
}
