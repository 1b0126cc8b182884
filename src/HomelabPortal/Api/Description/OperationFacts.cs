using System.Text.Json.Nodes;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api.Changes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HomelabPortal.Api.Description;

/// <summary>What an operation takes and gives beyond its body: who may, the headers, the tags.</summary>
internal static class OperationFacts
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RequireActAttribute>().LastOrDefault() is { } required)
            AddRight(operation, ActTable.Of(required.Act), context.Document);
        operation.Parameters ??= [];
        if (metadata.OfType<IfMatchAttribute>().Any())
            operation.Parameters.Add(Header("If-Match", "The ETag of the state that was seen.", isRequired: true));
        if (context.Description.HttpMethod is "POST" or "PUT" or "DELETE")
            operation.Parameters.Add(Header(IdempotencyFilter.Header, "Repeating the request under the same key does nothing more and gets the first answer. Kept for 24 hours.", isRequired: false));
        operation.OperationId = IdOf(context.Description.HttpMethod ?? "", context.Description.RelativePath ?? "");
        if (metadata.OfType<TaggedAttribute>().Any())
            AddTag(operation.Responses ??= []);
        return Task.CompletedTask;
    }

    private static void AddRight(OpenApiOperation operation, ActRule rule, OpenApiDocument? document)
    {
        var scope = rule.Scope is { } needed ? $"a token needs the scope {needed}" : "no token can";
        operation.Description = $"Takes the role {rule.Role.ToString().ToLowerInvariant()} to {rule.Words}; {scope}.";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentFacts.Bearer, document)] = [] }];
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-role"] = new JsonNodeExtension(rule.Role.ToString().ToLowerInvariant());
        if (rule.Scope is not null)
            operation.Extensions["x-scope"] = new JsonNodeExtension(rule.Scope);
    }

    private static OpenApiParameter Header(string name, string description, bool isRequired) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    /// <summary>"putExposuresById", for whoever makes a client of the document.</summary>
    private static string IdOf(string method, string path) =>
        method.ToLowerInvariant() + string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(step => step.StartsWith('{') ? "By" + Upper(step.Trim('{', '}').Split(':')[0]) : Upper(step.Split('.')[0])));

    private static string Upper(string word) => string.Concat(word.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static void AddTag(OpenApiResponses responses)
    {
        foreach (var response in responses.Where(response => response.Key is "200" or "201").Select(response => response.Value).OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["ETag"] = new OpenApiHeader { Description = "For If-None-Match and If-Match.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }
}
