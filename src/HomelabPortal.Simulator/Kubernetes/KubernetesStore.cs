using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Apply;
using HomelabPortal.Simulator.Kubernetes.Resources;
using HomelabPortal.Simulator.Kubernetes.Storage;
using HomelabPortal.Simulator.Kubernetes.Writing;

namespace HomelabPortal.Simulator.Kubernetes;

/// <summary>What the simulated cluster holds. Its public members bypass the API: nothing is validated, defaulted or refused.</summary>
public sealed class KubernetesStore
{
    /// <summary>Nothing is remembered from before; a watch from an earlier version is answered with 410.</summary>
    private const long FirstVersion = 1000;

    private readonly Dictionary<(string Group, string Plural), ObjectCollection> _collections = [];
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly int _history;
    private volatile ResourceCatalog _catalog = ResourceCatalog.BuiltIn;
    private long _version = FirstVersion;

    internal KubernetesStore(TimeProvider time, int seed, int history)
    {
        (_time, _random, _history) = (time, new Random(seed), history);
    }

    /// <summary>The version of the last change; every change of any object makes the next one.</summary>
    public long ResourceVersion => Interlocked.Read(ref _version);

    internal ResourceCatalog Catalog => _catalog;

    internal TimeProvider Time => _time;

    /// <summary>Creates the object or replaces it whole, status included. Keeps uid and creationTimestamp of an existing one.</summary>
    /// <param name="fieldManager">Who owns the fields afterwards.</param>
    /// <returns>The object as stored.</returns>
    public JsonObject Put(JsonObject manifest, string fieldManager = "simulated-lab")
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Take(manifest.DeepClone().AsObject(), fieldManager).ToJson();
    }

    /// <summary>As <see cref="Put"/>, for an object nobody else holds: it is changed in place.</summary>
    internal StoredObject Take(JsonObject json, string fieldManager)
    {
        var resource = Resolve((string?)json["apiVersion"] ?? "", (string?)json["kind"] ?? "");
        return Transact(() =>
        {
            var metadata = json["metadata"]!.AsObject();
            var key = StoredObject.KeyOf(resource.IsNamespaced ? (string?)metadata["namespace"] : null, (string)metadata["name"]!);
            var existing = Find(resource, key)?.ToJson();
            ObjectIdentity.Complete(resource, json, existing, this);
            if (resource.Kind == "CustomResourceDefinition") DefinitionStatus.Establish(json, _time.GetUtcNow());
            if (metadata["managedFields"] is null)
                UpdateOwnership.Record(existing, json, FieldSchema.Of(resource, resource.Versions[0]), new FieldWriter(fieldManager, resource.PreferredApiVersion, "", ObjectIdentity.Timestamp(_time.GetUtcNow())));
            return Write(resource, json, existing is null ? ChangeType.Added : ChangeType.Modified);
        });
    }

    /// <returns>False when there was none.</returns>
    public bool Delete(string apiVersion, string kind, string? ns, string name)
    {
        var resource = Resolve(apiVersion, kind);
        return Transact(() =>
        {
            if (Find(resource, StoredObject.KeyOf(ns, name)) is not { } existing) return false;
            Write(resource, existing.ToJson(), ChangeType.Deleted);
            return true;
        });
    }

    public JsonObject? Get(string apiVersion, string kind, string? ns, string name) =>
        Find(Resolve(apiVersion, kind), StoredObject.KeyOf(ns, name))?.ToJson(ResourceCatalog.VersionOf(apiVersion));

    /// <summary>Every object of a resource, such as ("apps", "deployments"), in the order of namespace and name.</summary>
    public IReadOnlyList<JsonObject> List(string group, string plural)
    {
        var resource = _catalog.ByPlural(group, plural) ?? throw new ArgumentException($"No resource {plural} in the group \"{group}\".", nameof(plural));
        return [.. Snapshot(resource).Items.Values.Select(item => item.ToJson())];
    }

    /// <summary>Runs several steps as one; nobody sees the state between them.</summary>
    internal T Transact<T>(Func<T> steps)
    {
        lock (_lock) return steps();
    }

    internal StoredObject? Find(ApiResource resource, string key) =>
        Transact(() => Collection(resource).Items.GetValueOrDefault(key));

    internal StoreSnapshot Snapshot(ApiResource resource) =>
        Transact(() => new StoreSnapshot(Collection(resource).Items, _version));

    /// <summary>The collection as it stood at a version; null when that is forgotten.</summary>
    internal ImmutableSortedDictionary<string, StoredObject>? At(ApiResource resource, long version) =>
        Transact(() => Collection(resource).At(version));

    /// <summary>Writes one change: gives it the next resource version and tells the watchers. Call within <see cref="Transact"/>.</summary>
    internal StoredObject Write(ApiResource resource, JsonObject json, ChangeType type)
    {
        var version = _version + 1;
        json["metadata"]!["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture);
        var item = StoredObject.From(resource, json, version);
        Collection(resource).Publish(type, item);
        Interlocked.Exchange(ref _version, version);
        if (resource.Kind == "CustomResourceDefinition" && CustomResources.FromDefinition(item.ToJson()) is { } defined) Serve(defined, type);
        return item;
    }

    /// <summary>Starts a watch after a version; null when what happened since is forgotten.</summary>
    internal Watcher? Watch(ApiResource resource, long after) => Transact(() =>
    {
        var collection = Collection(resource);
        if (after < collection.OldestVersion) return null;
        var watcher = new Watcher();
        collection.Join(watcher, after);
        return watcher;
    });

    internal void Bookmark(Watcher watcher) => Transact(() =>
    {
        watcher.Bookmark(_version);
        return true;
    });

    internal void Leave(ApiResource resource, Watcher watcher) => Transact(() =>
    {
        Collection(resource).Leave(watcher);
        return true;
    });

    /// <summary>Forgets how the content came to be, so that it does not fill the watch history.</summary>
    internal void ForgetHistory() => Transact(() =>
    {
        foreach (var collection in _collections.Values) collection.ForgetHistory(_version);
        return true;
    });

    /// <summary>A random identifier, the same for the same seed and order of calls.</summary>
    internal string NewUid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (_lock) _random.NextBytes(bytes);
        bytes[7] = (byte)(bytes[7] & 0x0f | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new Guid(bytes).ToString();
    }

    /// <summary>Five characters of the kind the real server appends to generateName.</summary>
    internal string NewSuffix()
    {
        lock (_lock) return new string(_random.GetItems<char>("bcdfghjklmnpqrstvwxz2456789", 5));
    }

    private void Serve(ApiResource defined, ChangeType type)
    {
        if (type == ChangeType.Deleted)
        {
            _catalog = _catalog.Without(defined);
            if (_collections.Remove((defined.Group, defined.Plural), out var gone)) gone.Close();
            return;
        }
        _catalog = _catalog.With(defined);
        if (_collections.TryGetValue((defined.Group, defined.Plural), out var served)) served.Resource = defined;
    }

    private ApiResource Resolve(string apiVersion, string kind) =>
        _catalog.ByKind(apiVersion, kind) ?? throw new ArgumentException($"No resource serves the kind {kind} of {apiVersion}.", nameof(kind));

    private ObjectCollection Collection(ApiResource resource)
    {
        if (_collections.TryGetValue((resource.Group, resource.Plural), out var found)) return found;
        var created = new ObjectCollection(resource, _history, FirstVersion);
        _collections[(resource.Group, resource.Plural)] = created;
        return created;
    }
}
