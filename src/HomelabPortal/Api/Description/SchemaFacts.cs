using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HomelabPortal.Api.Description;

/// <summary>What the generator leaves out of schemas.</summary>
internal static class SchemaFacts
{
    public static Task AddAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        // The generator names no type for words, and counts null among them where one member may be null.
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } words)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames(words).Select(word => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(word)))]);
        // Wishes are read strictly: a member that is not known is refused.
        if (type.Name.EndsWith("Wish", StringComparison.Ordinal))
            schema.AdditionalPropertiesAllowed = false;
        return Task.CompletedTask;
    }
}
