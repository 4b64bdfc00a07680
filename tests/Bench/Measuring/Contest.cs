using System;
using System.Threading.Tasks;

namespace DockerPS.Bench.Measuring;

/// <summary>Runs contestants in turn, so that whatever else the machine does meets all of them alike.</summary>
internal static class Contest
{
    public static async Task RunAsync(int runs, int warmUps, params Contestant[] contestants)
    {
        for (var round = -warmUps; round < runs; round++)
        {
            foreach (var contestant in contestants)
            {
                await (round < 0 ? contestant.WarmUpAsync() : contestant.RunAsync());
            }
        }

        foreach (var contestant in contestants)
        {
            Console.WriteLine($"  {contestant.Name}: {contestant.Median:0.0} ms, middle half within {contestant.Spread:P0}, {contestant.Runs} runs");
        }
    }
}
