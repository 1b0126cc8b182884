using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HomelabPortal.Api.Description;

/// <summary>What the generator leaves out of schemas.</summary>
internal static class SchemaFacts
{
    public static Task AddAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type.IsEnum)
            schema.Type = JsonSchemaType.String;
        // Wishes are read strictly: a member that is not known is refused.
        if (type.Name.EndsWith("Wish", StringComparison.Ordinal))
            schema.AdditionalPropertiesAllowed = false;
        return Task.CompletedTask;
    }
}
