namespace Twente.Igw.Deliveries;

/// <summary>The words people see for the states of a delivery.</summary>
public static class DeliveryWords
{
    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Received => "ontvangen",
        DeliveryState.Accepted => "geaccepteerd",
        DeliveryState.Held => "aangehouden",
        DeliveryState.Refused => "geweigerd",
        DeliveryState.Withdrawn => "ingetrokken",
        DeliveryState.Destroyed => "vernietigd",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A delivery has no such state."),
    };
}
