namespace HomelabPortal.Access.Providers;

/// <summary>What came of asking a provider about somebody who is signed in.</summary>
internal enum GroupReading
{
    /// <summary>The groups were read and the role is theirs.</summary>
    Confirmed,

    /// <summary>The session has ended: no group is left, or the provider does not know it any more.</summary>
    Ended,

    /// <summary>The provider did not answer; nothing was learnt.</summary>
    NoAnswer,
}
