using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Identity;

/// <summary>The key that signs, and the ones before it that are still published.</summary>
internal sealed class IdentityKeys : IDisposable
{
    // The first key is one for the whole process: making one takes long, and labs are many in tests.
    private static readonly Lazy<RSAParameters> _first = new(() =>
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(true);
    });

    private readonly List<(string Id, RSA Key)> _keys = [];
    private int _made;

    /// <summary>Made when first asked for: most labs never sign anything.</summary>
    private (string Id, RSA Key) Current
    {
        get
        {
            if (_keys.Count == 0) Rotate(keepOld: false);
            return _keys[0];
        }
    }

    /// <summary>Signs with a new key from now on.</summary>
    public void Rotate(bool keepOld)
    {
        if (!keepOld)
        {
            Dispose();
            _keys.Clear();
        }
        _keys.Insert(0, ($"sim-key-{++_made}", _made == 1 ? RSA.Create(_first.Value) : RSA.Create(2048)));
    }

    public JsonObject Published()
    {
        _ = Current;
        return new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(key => Published(key.Id, key.Key.ExportParameters(false)))]) };
    }

    public string Sign(JsonObject claims)
    {
        var (id, key) = Current;
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = id, ["typ"] = "JWT" };
        var text = $"{Part(header)}.{Part(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose()
    {
        foreach (var (_, key) in _keys) key.Dispose();
    }

    private static JsonNode Published(string id, RSAParameters key) => new JsonObject
    {
        ["kty"] = "RSA",
        ["use"] = "sig",
        ["alg"] = "RS256",
        ["kid"] = id,
        ["n"] = Base64Url.EncodeToString(key.Modulus),
        ["e"] = Base64Url.EncodeToString(key.Exponent),
    };

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString(SimulatorJson.Options)));
}
