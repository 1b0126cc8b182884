using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>The frame around every answer.</summary>
internal static class Envelope
{
    public static JsonObject Success(Answer answer)
    {
        var envelope = new JsonObject
        {
            ["result"] = answer.Result,
            ["success"] = true,
            ["errors"] = new JsonArray(),
            ["messages"] = answer.Message is null
                ? new JsonArray()
                : new JsonArray(new JsonObject { ["code"] = 10000, ["message"] = answer.Message }),
        };
        if (answer.Info is not null) envelope["result_info"] = answer.Info;
        return envelope;
    }

    public static JsonObject Failure(CloudflareFault fault)
    {
        var error = new JsonObject { ["code"] = fault.Code, ["message"] = fault.Message };
        if (fault.Chain.Count > 0)
            error["error_chain"] = new JsonArray([.. fault.Chain.Select(link => (JsonNode)Error(link))]);
        var errors = new JsonArray(error);
        if (fault.Also is { } also) errors.Add(Error(also));
        return new JsonObject { ["result"] = null, ["success"] = false, ["errors"] = errors, ["messages"] = new JsonArray() };
    }

    private static JsonObject Error(CloudflareFault.Link link) => new() { ["code"] = link.Code, ["message"] = link.Message };
}
