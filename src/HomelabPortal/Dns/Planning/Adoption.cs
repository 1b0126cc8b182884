using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;

namespace HomelabPortal.Dns.Planning;

/// <summary>A record that stood there already and that the owner put into our care.</summary>
/// <param name="Before">As it was when the owner decided.</param>
/// <param name="IsInsisted">The owner typed its name although another tool claims it.</param>
internal sealed record Adoption(string RecordId, DnsImage Before, bool IsInsisted)
{
    private const string Insisted = "insisted";

    /// <summary>What the record's comment becomes when it is given back; empty for none.</summary>
    public string GiveBack => Before.Comment ?? "";

    /// <summary>Null for a record that we make ourselves.</summary>
    public static Adoption? Of(DnsEntry entry)
    {
        if (entry is not { AdoptedId: { } id, AdoptedImage: { } image } || Parse(image) is not { } json)
            return null;
        return new Adoption(id, DnsImage.From(json), (bool?)json[Insisted] ?? false);
    }

    /// <summary>The wish to keep a record exactly as it stands, from now on by us.</summary>
    public static DnsEntry Adopt(LiveRecord record, string zoneId, string entryId, bool isInsisted)
    {
        var image = DnsImage.Of(record, zoneId).ToJson();
        if (isInsisted)
            image[Insisted] = true;
        return new DnsEntry
        {
            Id = entryId, Name = RecordName.Parse(record.Name), Type = record.Value.Type, Content = record.Value.Content, Ttl = record.Value.Ttl,
            IsProxied = record.Value.IsProxied, Note = record.Note, AdoptedId = record.Id, AdoptedImage = image.ToJsonString(),
        };
    }

    private static JsonObject? Parse(string image)
    {
        try
        {
            return JsonNode.Parse(image) as JsonObject;
        }
        catch (JsonException)
        {
            // Without a readable image nothing may be touched: the planner then makes a record of our own, or says what stands there.
            return null;
        }
    }
}
