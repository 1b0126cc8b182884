using System.Collections.Immutable;

namespace HomelabPortal.Apps;

/// <summary>Apps under one heading, in their order.</summary>
public sealed record AppGroup(string Name, ImmutableArray<LabApp> Apps);
