using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

/// <summary>Faults are timed and start many processes: they come after all other tests and one after another.</summary>
[CollectionDefinition(nameof(OneFaultAtATime), DisableParallelization = true)]
public sealed class OneFaultAtATime;
