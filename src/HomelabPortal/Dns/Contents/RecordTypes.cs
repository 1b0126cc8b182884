using System.Collections.Immutable;

namespace HomelabPortal.Dns.Contents;

/// <summary>
/// Every type of record that can be wanted here.
/// <code>
/// type        content as a zone file has it
/// A           192.0.2.10
/// AAAA        2001:db8::10
/// CNAME, NS   host.example.org
/// TXT         any text; in quotes when it begins with one or has spaces at its ends
/// MX          priority host
/// SRV         priority weight port host
/// CAA         flags tag "value"
/// HTTPS, SVCB priority target parameters
/// </code>
/// </summary>
internal static class RecordTypes
{
    private static readonly RecordField _host = new("target", "Target", "mail.cowlab.org", text => HostText.Read(text, mayBeRoot: false));

    public static ImmutableArray<RecordType> All { get; } =
    [
        new("A", "Leads a name to an IPv4 address", [new("content", "IPv4 address", "192.0.2.10", AddressText.ReadVersion4)]) { IsProxiable = true },
        new("AAAA", "Leads a name to an IPv6 address", [new("content", "IPv6 address", "2001:db8::10", AddressText.ReadVersion6)]) { IsProxiable = true },
        new("CNAME", "Makes a name an alias of another", [_host with { Key = "content", Example = "nas.cowlab.org" }]) { IsProxiable = true },
        new("TXT", "Holds a text, such as SPF or a proof of ownership", [new("content", "Text", "v=spf1 -all", TextContent.Read) { Help = "Without quotes. Long texts are cut into pieces by themselves." }]) { Wire = RecordWire.QuotedContent },
        new("MX", "Names a server that takes the mail", [Number("priority", "Priority", "10"), _host with { Key = "target", Label = "Mail server", Read = text => HostText.Read(text, mayBeRoot: true), Help = "A dot alone says that the name takes no mail." }]) { Wire = RecordWire.PriorityAndContent },
        new("SRV", "Says where a service listens", [Number("priority", "Priority", "10"), Number("weight", "Weight", "5"), Number("port", "Port", "5060"), _host with { Example = "sip.cowlab.org", Read = text => HostText.Read(text, mayBeRoot: true) }]) { Wire = RecordWire.Data },
        new("CAA", "Says who may issue certificates", [Number("flags", "Flags", "0", most: 255), new("tag", "Tag", "issue", CaaText.ReadTag), new("value", "Value", "\"letsencrypt.org\"", CaaText.ReadValue)]) { Wire = RecordWire.Data },
        new("NS", "Hands a name to other name servers", [_host with { Key = "content", Label = "Name server", Example = "ns1.example.org" }]),
        Service("HTTPS", "Tells browsers how to reach a site"),
        Service("SVCB", "Tells clients how to reach a service"),
    ];

    public static RecordType? Find(string? name) => All.FirstOrDefault(type => type.Name.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The one form that contents of equal meaning share; what cannot be read stays as it is.</summary>
    public static string Normalise(string type, string text)
    {
        var trimmed = text.Trim();
        return Find(type)?.Read(trimmed) is { } content && content.Parts.All(part => part.Fault is null) ? content.Text : trimmed;
    }

    private static RecordType Service(string name, string about) => new(
        name, about,
        [
            Number("priority", "Priority", "1") with { Help = "0 makes it an alias of the target." },
            new("target", "Target", ".", text => HostText.Read(text, mayBeRoot: true)) { Help = "A dot stands for the name itself." },
            new("value", "Parameters", "alpn=\"h3,h2\"", ServiceParameters.Read) { IsOptional = true },
        ]) { Wire = RecordWire.Data };

    private static RecordField Number(string key, string label, string example, int most = 65_535) =>
        new(key, label, example, text => NumberText.Read(text, label, most, example)) { IsNumber = true };
}
