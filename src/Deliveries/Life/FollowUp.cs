using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What follows a person's decision once it is committed: this process's cube, and the notes.</summary>
internal sealed class FollowUp(CubeStore cubes, NoteDelivery note)
{
    public async Task Execute(CancellationToken cancel)
    {
        await cubes.RefreshIfLoaded(cancel);
        await note.Outstanding(cancel);
    }
}
