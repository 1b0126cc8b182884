using System.Net;
using HomelabPortal.Desired;
using HomelabPortal.Dns;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>
/// Says where records lead.
/// <code>
/// address of the ingress               Ingress
/// other private address                Device, or Unknown while the ingress's address is
/// address that a connector comes from  FrontDoor
/// any other address or name            Outside
/// id.cfargotunnel.com                  Tunnel, DeadTunnel when no tunnel has that id, Unknown while tunnels are
/// name in one of the zones             what answers there, up to eight steps; Nowhere when nothing does
/// </code>
/// </summary>
internal sealed class RecordLeads(HostnameFacts facts, ZoneIndexes zones)
{
    public const string TunnelSuffix = ".cfargotunnel.com";
    private const int MostSteps = 8;

    private readonly HashSet<string> _frontDoors = facts.TunnelFault is not null ? [] :
        [.. facts.Tunnels.Tunnels.SelectMany(tunnel => tunnel.Connectors).SelectMany(connector => connector.Connections).Select(connection => connection.OriginAddress).OfType<string>()];

    public RecordLead Of(DnsValue value) => Of(value, MostSteps);

    private RecordLead Of(DnsValue value, int steps)
    {
        if (value.Type != "CNAME")
            return OfAddress(value.Content);
        if (value.Content.EndsWith(TunnelSuffix, StringComparison.OrdinalIgnoreCase))
            return OfTunnel(value.Content[..^TunnelSuffix.Length].ToLowerInvariant());
        if (!RecordName.TryParse(value.Content, out var target, out _) || zones.Of(target.Value) is not { } zone)
            return new RecordLead(LeadKind.Outside, value.Content);
        if (steps == 0)
            return new RecordLead(LeadKind.Nowhere, $"{value.Content}, an alias without an end");
        var next = zone.Answering(target.Value).Select(record => Of(record.Value, steps - 1)).ToList();
        return next.Count == 0 ? new RecordLead(LeadKind.Nowhere, $"{value.Content}, which has no record") : next.MaxBy(lead => lead.Kind == LeadKind.DeadTunnel) ?? next[0];
    }

    private RecordLead OfAddress(string content)
    {
        if (facts.LanAddresses.Contains(content))
            return new RecordLead(LeadKind.Ingress, $"the ingress, {content}");
        if (_frontDoors.Contains(content))
            return new RecordLead(LeadKind.FrontDoor, $"{content}, the house's public address");
        if (!IPAddress.TryParse(content, out var address) || !HouseAddresses.IsPrivate(address))
            return new RecordLead(LeadKind.Outside, content);
        return new RecordLead(facts.LanAddresses.Count > 0 ? LeadKind.Device : LeadKind.Unknown, content);
    }

    private RecordLead OfTunnel(string id)
    {
        var tunnel = facts.Tunnels.Tunnels.FirstOrDefault(candidate => candidate.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        var name = tunnel is null ? $"tunnel {id}" : $"tunnel {tunnel.Name}";
        if (facts.TunnelFault is not null)
            return new RecordLead(LeadKind.Unknown, name, id);
        return tunnel is null ? new RecordLead(LeadKind.DeadTunnel, $"{name}, which does not exist", id) : new RecordLead(LeadKind.Tunnel, name, tunnel.Id);
    }
}
