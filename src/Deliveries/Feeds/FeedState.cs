namespace Twente.Igw.Deliveries;

/// <summary>How a feed is doing.</summary>
public enum FeedState
{
    /// <summary>Today is its day, or its first day has yet to come; nothing came in yet.</summary>
    Expected,

    /// <summary>What was to come has come.</summary>
    OnTime,

    /// <summary>Its last day passed without a delivery.</summary>
    Late,

    /// <summary>Two or more of its days passed without a delivery.</summary>
    Silent,

    /// <summary>The newest delivery holds less than half of what it usually does.</summary>
    Shrunk,

    /// <summary>The newest delivery holds codes that this feed never held before.</summary>
    NewCodes,

    /// <summary>Its contract has no weekly rhythm: it comes when it comes.</summary>
    Unscheduled,
}
