using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare.Access;

/// <summary>Objects of one kind, each with an ID and two timestamps of its own.</summary>
internal sealed class AccessShelf(string kind, Func<(string Seed, string At)> stamp)
{
    private readonly List<JsonObject> _all = [];

    public IReadOnlyList<JsonObject> All => _all;

    public JsonObject Add(JsonObject content)
    {
        var (seed, at) = stamp();
        var added = new JsonObject { ["id"] = StableId.Uid($"{kind}/{seed}"), ["created_at"] = at, ["updated_at"] = at };
        Copy(content, added);
        _all.Add(added);
        return added;
    }

    public JsonObject Replace(string id, JsonObject content)
    {
        var old = Find(id);
        var changed = new JsonObject { ["id"] = id, ["created_at"] = (string?)old["created_at"], ["updated_at"] = stamp().At };
        Copy(content, changed);
        _all[_all.IndexOf(old)] = changed;
        return changed;
    }

    public JsonObject Remove(string id)
    {
        var old = Find(id);
        _all.Remove(old);
        return new JsonObject { ["id"] = id };
    }

    public JsonObject Find(string id) => _all.Find(item => (string?)item["id"] == id) ?? throw CloudflareErrors.AccessNotFound();

    public bool Has(string? id) => _all.Exists(item => (string?)item["id"] == id);

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach (var (member, value) in from)
            if (!to.ContainsKey(member)) to[member] = value?.DeepClone();
    }
}
