metadata description = 'Who each process of the chart is in Azure: no password, only the word of the cluster.'

param location string
param tags object
param name string

@description('The cluster, as issuer of tokens.')
param issuer string
param workload { namespace: string, release: string }

// secrets is what brings the vault’s secrets into the cluster; the platform itself never reads the vault.
var processes = ['web', 'worker', 'migrator', 'secrets']

resource identities 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = [
  for process in processes: { name: '${name}-${process}', location: location, tags: tags }
]

resource federations 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = [
  for (process, at) in processes: {
    parent: identities[at]
    name: 'cluster'
    properties: {
      issuer: issuer
      subject: 'system:serviceaccount:${workload.namespace}:${workload.release}-${process}'
      audiences: ['api://AzureADTokenExchange']
    }
  }
]

type identity = { principalId: string, clientId: string }

output web identity = { principalId: identities[0].properties.principalId, clientId: identities[0].properties.clientId }
output worker identity = {
  principalId: identities[1].properties.principalId
  clientId: identities[1].properties.clientId
}
output migrator identity = {
  principalId: identities[2].properties.principalId
  clientId: identities[2].properties.clientId
}
output secrets identity = {
  principalId: identities[3].properties.principalId
  clientId: identities[3].properties.clientId
}
