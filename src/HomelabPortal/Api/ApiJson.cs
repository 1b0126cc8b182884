using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Api;

/// <summary>How the API reads and writes JSON.</summary>
internal static class ApiJson
{
    /// <summary>Strict: a member that is not known, twice there or of another type is a mistake of the caller, not something to guess about.</summary>
    public static JsonSerializerOptions Reading { get; } = Make(new JsonSerializerOptions(JsonSerializerOptions.Strict) { MaxDepth = 32 });

    public static JsonSerializerOptions Writing { get; } = Make(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>What is described is what is written: no numbers as text, enums as words.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Make(JsonSerializerOptions options)
    {
        Configure(options);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        options.MakeReadOnly();
        return options;
    }
}
