using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw feeds</c>: how the feeds of a gemeente are doing.</summary>
internal static class FeedsVerb
{
    public static Command Command()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("feeds", "Toont per afspraak of de leveringen komen zoals verwacht", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var feeds = await scope.Get<ListFeeds>().Execute(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(feeds.Select(Api.FeedListItem.Of));
                else
                    foreach (var feed in feeds)
                        Console.Out.WriteLine(
                            $"{feed.Supplier,-12} {feed.Contract,-24} {FeedWords.Of(feed),-18} "
                            + (feed.LastAccepted is { } at ? $"{DutchClock.Of(at):dd-MM-yyyy}  " : "nog niets    ")
                            + FeedWords.Advice(feed));
                return ExitCode.Done;
            });
    }
}
