using System.Text.Json.Serialization;

namespace HomelabPortal.Ingress;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WireObject))]
internal sealed partial class WireObjectJson : JsonSerializerContext;
