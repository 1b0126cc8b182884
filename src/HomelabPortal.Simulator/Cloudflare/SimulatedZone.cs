using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>A zone and its records. Stored records are never changed in place, so a batch can be thrown away as a whole.</summary>
public sealed class SimulatedZone
{
    /// <summary>Operations that one batch may hold on the free plan.</summary>
    public const int BatchLimit = 200;

    private static readonly string[] BatchParts = ["deletes", "patches", "puts", "posts"];

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _created;
    private List<JsonObject> _records = [];
    private int _lastNumber;

    internal SimulatedZone(string id, string name, TimeProvider time)
    {
        Id = id;
        Name = name;
        _time = time;
        _created = time.GetUtcNow().AddDays(-900);
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary><c>active</c>, <c>pending</c>, <c>initializing</c> or <c>moved</c>.</summary>
    public string Status { get; set; } = "active";

    /// <summary>Whether the proxy is switched off for the whole zone.</summary>
    public bool IsPaused { get; set; }

    /// <summary>The records as the API would answer them. Treat as read-only.</summary>
    public IReadOnlyList<JsonObject> Records => _records;

    internal string CreatedOn => Timestamps.Text(_created);

    /// <summary>What the lab makes itself goes the way of what comes over the wire, where a number has no type of its own.</summary>
    public JsonObject Create(JsonObject sent) => Change(work => Create(work, JsonNode.Parse(sent.ToJsonString())!.AsObject()));

    internal JsonObject Replace(string id, JsonObject sent) => Change(work => Replace(work, id, sent));

    internal JsonObject Patch(string id, JsonObject sent) => Change(work => Patch(work, id, sent));

    public JsonObject Delete(string id) => Change(work => Delete(work, id));

    internal JsonObject Find(string id) => Find(_records, id);

    /// <summary>Deletes, then patches, then puts, then posts; all or nothing.</summary>
    internal JsonObject Batch(JsonObject sent)
    {
        var count = BatchParts.Sum(part => Items(sent, part).Count);
        if (count > BatchLimit) throw CloudflareErrors.BatchTooLarge(count, BatchLimit);
        return Change(work => new JsonObject
        {
            ["deletes"] = Each(sent, "deletes", item => Delete(work, Id(item))),
            ["patches"] = Each(sent, "patches", item => Patch(work, Id(item), item)),
            ["puts"] = Each(sent, "puts", item => Replace(work, Id(item), item)),
            ["posts"] = Each(sent, "posts", item => Create(work, item)),
        });

        static string Id(JsonObject item) => (string?)item["id"] ?? throw CloudflareErrors.RecordNotFound();
    }

    private T Change<T>(Func<List<JsonObject>, T> change)
    {
        List<JsonObject> work = [.. _records];
        var result = change(work);
        _records = work;
        return result;
    }

    private JsonObject Create(List<JsonObject> work, JsonObject sent)
    {
        var now = _time.GetUtcNow();
        var id = StableId.Hex($"record/{Id}/{++_lastNumber}", 32);
        var record = RecordRules.Complete(sent, Name, id, now, now);
        RecordConflicts.Check(work, record);
        work.Add(record);
        return record;
    }

    private JsonObject Replace(List<JsonObject> work, string id, JsonObject sent)
    {
        var old = Find(work, id);
        var record = RecordRules.Complete(sent, Name, id, DateTimeOffset.Parse((string)old["created_on"]!), _time.GetUtcNow());
        RecordConflicts.Check(work, record);
        work[work.IndexOf(old)] = record;
        return record;
    }

    private JsonObject Patch(List<JsonObject> work, string id, JsonObject sent)
    {
        var merged = Find(work, id).DeepClone().AsObject();
        foreach (var (member, value) in sent) merged[member] = value?.DeepClone();
        return Replace(work, id, merged);
    }

    private static JsonObject Delete(List<JsonObject> work, string id)
    {
        var record = Find(work, id);
        work.Remove(record);
        return record;
    }

    private static JsonObject Find(List<JsonObject> work, string id)
        => work.Find(record => (string)record["id"]! == id) ?? throw CloudflareErrors.RecordNotFound();

    private static JsonArray Items(JsonObject sent, string part) => sent[part] switch
    {
        null => [],
        JsonArray items => items,
        _ => throw CloudflareErrors.BadJson(),
    };

    private static JsonArray Each(JsonObject sent, string part, Func<JsonObject, JsonObject> act)
        => new([.. Items(sent, part).Select(item => act(item as JsonObject ?? throw CloudflareErrors.BadJson()).DeepClone())]);
}
