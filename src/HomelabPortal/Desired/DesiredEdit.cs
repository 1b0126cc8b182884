namespace HomelabPortal.Desired;

/// <summary>One change to what the owner wants. Before and after images make it undoable.</summary>
public abstract record DesiredEdit
{
    public sealed record PutExposure(Exposure Exposure) : DesiredEdit;

    public sealed record RemoveExposure(string Id) : DesiredEdit;

    public sealed record PutDnsEntry(DnsEntry Entry) : DesiredEdit;

    public sealed record RemoveDnsEntry(string Id) : DesiredEdit;

    public sealed record SetPolicy(ChangePolicy Policy) : DesiredEdit;
}
