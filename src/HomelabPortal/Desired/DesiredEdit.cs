using System.Collections.Immutable;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Desired;

/// <summary>One change to what the owner wants. Before and after images make it undoable.</summary>
public abstract record DesiredEdit
{
    public sealed record PutExposure(Exposure Exposure) : DesiredEdit;

    public sealed record RemoveExposure(string Id) : DesiredEdit;

    public sealed record PutDnsEntry(DnsEntry Entry) : DesiredEdit;

    public sealed record RemoveDnsEntry(string Id) : DesiredEdit;

    public sealed record PutTunnelEntry(TunnelEntry Entry) : DesiredEdit;

    public sealed record RemoveTunnelEntry(string Id) : DesiredEdit;

    public sealed record PutLoginPolicy(LoginPolicy Policy) : DesiredEdit;

    public sealed record RemoveLoginPolicy(string Id) : DesiredEdit;

    public sealed record PutContainer(DesiredContainer Container) : DesiredEdit;

    /// <summary>Several containers in one change, such as one that is started in the place of others.</summary>
    /// <param name="Containers">The one that it is about first; all of them are there already, but for that one perhaps.</param>
    public sealed record PutContainers(ImmutableArray<DesiredContainer> Containers) : DesiredEdit;

    public sealed record RemoveContainer(string Id) : DesiredEdit;

    public sealed record PutCheck(DesiredCheck Check) : DesiredEdit;

    public sealed record RemoveCheck(string Id) : DesiredEdit;

    /// <summary>Stops or resumes a check that follows from an exposure, which is not there to be changed.</summary>
    public sealed record SetDerivedCheck(string Id, bool IsOff) : DesiredEdit;

    public sealed record PutChannel(DesiredChannel Channel) : DesiredEdit;

    public sealed record RemoveChannel(string Id) : DesiredEdit;

    /// <param name="Id">Null: a newly published name gets none by itself.</param>
    public sealed record SetDefaultLoginPolicy(string? Id) : DesiredEdit;

    /// <summary>Shuts every tunnel route of the portal's at once, or opens them again.</summary>
    public sealed record SetTunnelsClosed(bool AreClosed) : DesiredEdit;

    public sealed record SetPolicy(ChangePolicy Policy) : DesiredEdit;
}
