namespace HomelabPortal.Desired;

/// <summary>One change to what the owner wants. Before and after images make it undoable.</summary>
internal abstract record DesiredEdit
{
    internal sealed record PutExposure(Exposure Exposure) : DesiredEdit;

    internal sealed record RemoveExposure(string Id) : DesiredEdit;

    internal sealed record PutDnsEntry(DnsEntry Entry) : DesiredEdit;

    internal sealed record RemoveDnsEntry(string Id) : DesiredEdit;

    internal sealed record SetPolicy(ChangePolicy Policy) : DesiredEdit;
}
