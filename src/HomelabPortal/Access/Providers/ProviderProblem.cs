namespace HomelabPortal.Access.Providers;

/// <summary>Why nobody came in by a provider. <see cref="ProviderWords"/> says it to the person.</summary>
internal enum ProviderProblem
{
    /// <summary>The answer does not belong to something this browser began here, or is answered already.</summary>
    NotBegun,

    /// <summary>The provider cannot be reached, or fails.</summary>
    NoAnswer,

    /// <summary>The person or the provider said no.</summary>
    Declined,

    /// <summary>The provider says something that cannot be true or understood.</summary>
    Strange,

    /// <summary>In none of the groups that may come in.</summary>
    NoGroup,

    /// <summary>The account was disabled by an admin.</summary>
    Disabled,

    /// <summary>Proof or link, but as somebody else than who is signed in.</summary>
    OtherPerson,

    /// <summary>Proof, but the provider has not asked again who it is.</summary>
    NotFresh,

    /// <summary>To be linked, but belongs to another account.</summary>
    LinkedElsewhere,

    /// <summary>The session that began it has ended, or its proof is too old.</summary>
    SignedOut,
}
