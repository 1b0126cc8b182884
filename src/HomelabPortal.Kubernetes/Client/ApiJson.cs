using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(ServerVersion))]
[JsonSerializable(typeof(ApiVersionsAnswer))]
[JsonSerializable(typeof(ApiGroupsAnswer))]
[JsonSerializable(typeof(ApiResourcesAnswer))]
[JsonSerializable(typeof(ListMeta))]
[JsonSerializable(typeof(VersionedObject))]
[JsonSerializable(typeof(ExecStatus))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class ApiJson : JsonSerializerContext;
